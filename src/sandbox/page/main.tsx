import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import './styles/tokens.css';
import './styles/shell.css';
import './styles/controls.css';
import './styles/deals.css';
import './styles/record.css';
import './styles/card.css';
import './styles/components.css';
import './styles/fields.css';
import './styles/overlays.css';
import './styles/charts.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(<App />);
