import '@testing-library/jest-dom';

import { configure } from '@testing-library/react';

// A whole page with a data grid takes jsdom longer than the default second when
// both cores are busy.
configure({ asyncUtilTimeout: 15_000 });
// Waiting has a bound of its own; a test is made of several such waits.
jest.setTimeout(60_000);
