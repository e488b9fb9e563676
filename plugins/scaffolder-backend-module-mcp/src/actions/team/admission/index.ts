export { createTeamAdmissionAction } from './createTeamAdmissionAction';
