import { Link } from '@backstage/core-components';
import { EmptyNote, Section } from '@mcp-portal/plugin-mcp-react';
import { useCostLinks } from '../../useCostLinks';
import { LoadedPart, useCost } from '../loading';
import { dayOf } from '../period';
import { PriceTable } from './PriceTable';

const SHOWN = 25;

/** What a server costs today, on its own page. */
export const PricesInForce = ({ serverRef }: { serverRef: string }) => {
  const at = dayOf(new Date());
  const prices = useCost(`prices of ${serverRef}`, at, (api, options) =>
    api.listPrices({ serverRef, at, limit: SHOWN }, options),
  );
  const links = useCostLinks();
  return (
    <Section
      title="Prices in force"
      action={
        <Link to={links.prices({ server: serverRef })}>In the price book</Link>
      }
    >
      <LoadedPart loaded={prices} what="The prices">
        {({ items }) =>
          items.length === 0 ? (
            <EmptyNote title="It has no price">
              Its calls are counted, and what they cost is not known. Prices are
              set in the price book.
            </EmptyNote>
          ) : (
            <PriceTable
              label="Table of the prices in force"
              prices={items}
              withoutSubject
            />
          )
        }
      </LoadedPart>
    </Section>
  );
};
