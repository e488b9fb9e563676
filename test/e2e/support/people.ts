/** Somebody of the sample organisation, as the sign-in page calls them. */
export interface Person {
  name: string;
  email: string;
}

/** The engineer: in Payments, whose ledger server nobody else may see. */
export const amara: Person = {
  name: 'Amara Okafor',
  email: 'amara.okafor@harbourline.example',
};

/** The new hire: in Customer Care Tools, which keeps a server to itself too. */
export const yuki: Person = {
  name: 'Yuki Tanaka',
  email: 'yuki.tanaka@harbourline.example',
};

/** The manager: heads Product Engineering, is a member of no team in it. */
export const margaret: Person = {
  name: 'Margaret Doyle',
  email: 'margaret.doyle@harbourline.example',
};

/** The platform admin: sees everything. */
export const priya: Person = {
  name: 'Priya Raman',
  email: 'priya.raman@harbourline.example',
};

/** In Data Platform, which owns `sequential-thinking`. */
export const elif: Person = {
  name: 'Elif Demir',
  email: 'elif.demir@harbourline.example',
};

/** In Risk & Compliance, which no server of Product Engineering serves. */
export const hannah: Person = {
  name: 'Hannah Cohen',
  email: 'hannah.cohen@harbourline.example',
};

/** In Freight Tracking, which owns `knowledge-graph`. */
export const mateusz: Person = {
  name: 'Mateusz Kowalski',
  email: 'mateusz.kowalski@harbourline.example',
};
