import { Button, Flex, LoadingButton, Text, TextArea } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { exportView, type ExportView } from '../../contract/index.ts';
import { askService, type FailureNotice } from '../../shared/ask-service.ts';
import { usePage } from '../page-context.ts';

interface ExportButtonProps {
  path: string;
  query?: Record<string, string>;
  children: string;
}

/** Asks for a file when pressed, and shows its text to copy: HubSpot lets an app save nothing to a disk. */
export function ExportButton({ path, query, children }: ExportButtonProps) {
  const { reach, actions } = usePage();
  const [isAsking, setAsking] = useState(false);
  const [file, setFile] = useState<ExportView>();
  const [error, setError] = useState<FailureNotice>();
  const ask = async () => {
    setAsking(true);
    setError(undefined);
    const answer = await askService(reach, { path, ...(query && { query }), answer: exportView });
    setAsking(false);
    if (answer.ok) setFile(answer.view);
    else setError(answer.error);
  };
  const copy = async ({ fileName, json }: ExportView) => {
    await actions.copyTextToClipboard(json);
    actions.addAlert({ type: 'success', message: `Copied. Save it as ${fileName}.` });
  };
  return (
    <Flex direction="column" gap="sm" align="start">
      <LoadingButton loading={isAsking} onClick={() => void ask()}>
        {children}
      </LoadingButton>
      {error && <Text format={{ fontWeight: 'demibold' }}>{error.message}</Text>}
      {file && (
        <Flex direction="column" gap="sm" alignSelf="stretch">
          <TextArea name="export" label={file.fileName} value={file.json} rows={10} readOnly />
          <Flex>
            <Button onClick={() => void copy(file)}>Copy the text</Button>
          </Flex>
        </Flex>
      )}
    </Flex>
  );
}
