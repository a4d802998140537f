import { hubspot } from '@hubspot/ui-extensions';
import { HomeContext, HomeRouter } from './home/HomeRouter.tsx';

hubspot.extend<'pages'>(({ context, actions }) => (
  <HomeContext.Provider value={{ context, actions }}>
    <HomeRouter />
  </HomeContext.Provider>
));
