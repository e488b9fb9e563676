import { useSearchParams } from 'react-router-dom';
import Box from '@mui/material/Box';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import type { Contract } from '@mcp-portal/mcp-contract';
import { shownNumber } from '@mcp-portal/plugin-mcp-react';
import { AboutServer } from './AboutServer';
import { PromptList } from './PromptList';
import { ResourceTable } from './ResourceTable';
import { ToolBrowser } from './ToolBrowser';

const SECTIONS = [
  'tools',
  'prompts',
  'resources',
  'templates',
  'about',
] as const;
type Section = (typeof SECTIONS)[number];

/** The parts of a contract, one at a time; which one is in the address. */
export const ContractSections = ({ contract }: { contract: Contract }) => {
  const [params, setParams] = useSearchParams();
  const asked = SECTIONS.find(section => section === params.get('show'));
  const section: Section = asked ?? 'tools';

  const show = (next: Section | null) =>
    next &&
    setParams(
      last => {
        const changed = new URLSearchParams(last);
        if (next === 'tools') {
          changed.delete('show');
        } else {
          changed.set('show', next);
        }
        return changed;
      },
      { replace: true },
    );

  const labels: Record<Section, string> = {
    tools: `Tools (${shownNumber(contract.tools.length)})`,
    prompts: `Prompts (${shownNumber(contract.prompts.length)})`,
    resources: `Resources (${shownNumber(contract.resources.length)})`,
    templates: `Resource templates (${shownNumber(
      contract.resourceTemplates.length,
    )})`,
    about: 'Instructions and capabilities',
  };
  return (
    <>
      <ToggleButtonGroup
        exclusive
        size="small"
        color="primary"
        value={section}
        onChange={(_event, next) => show(next)}
        aria-label="Part of the contract"
        sx={{ flexWrap: 'wrap', my: 1 }}
      >
        {SECTIONS.map(one => (
          <ToggleButton key={one} value={one} sx={{ textTransform: 'none' }}>
            {labels[one]}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Box sx={{ mt: 1 }}>
        {section === 'tools' && <ToolBrowser tools={contract.tools} />}
        {section === 'prompts' && <PromptList prompts={contract.prompts} />}
        {section === 'resources' && (
          <ResourceTable
            what="resources"
            rows={contract.resources.map(resource => ({
              ...resource,
              address: resource.uri,
            }))}
          />
        )}
        {section === 'templates' && (
          <ResourceTable
            what="resource templates"
            rows={contract.resourceTemplates.map(template => ({
              ...template,
              address: template.uriTemplate,
            }))}
          />
        )}
        {section === 'about' && <AboutServer contract={contract} />}
      </Box>
    </>
  );
};
