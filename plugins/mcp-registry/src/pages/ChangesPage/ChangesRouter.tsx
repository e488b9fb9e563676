import { Route, Routes } from 'react-router-dom';
import { ChangesPage } from './ChangesPage';

/** The page reads its part from what follows its own address. */
export const ChangesRouter = () => (
  <Routes>
    <Route path="*" element={<ChangesPage />} />
  </Routes>
);
