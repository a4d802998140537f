import { Component, type ReactNode } from 'react';

interface Props {
  readonly onCrash: (text: string) => void;
  readonly children?: ReactNode;
}

/** Takes a card that threw while rendering off the screen and tells the page why, where HubSpot would show nothing. */
export class CrashBoundary extends Component<Props, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override componentDidCatch(error: unknown) {
    this.props.onCrash(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  override render() {
    return this.state.crashed ? null : this.props.children;
  }
}
