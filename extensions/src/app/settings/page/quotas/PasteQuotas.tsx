import {
  Button,
  Flex,
  Panel,
  PanelBody,
  PanelSection,
  Text,
  TextArea,
  ToggleGroup,
} from '@hubspot/ui-extensions';
import { useState } from 'react';
import { PastePreview } from './PastePreview.tsx';

const header = 'owner,team,pipeline,period_start,period,amount,currency';
type Mode = 'add' | 'replace';

/** Quotas pasted as CSV: what they would change is shown line by line before anything is saved. */
export function PasteQuotas({ onSaved }: { onSaved: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const [csv, setCsv] = useState('');
  const [mode, setMode] = useState<Mode>('add');
  const [asked, setAsked] = useState<{ csv: string; mode: Mode }>();
  const isAsked = asked !== undefined && asked.csv === csv && asked.mode === mode;
  return (
    <Button
      size="small"
      overlay={
        <Panel
          id="paste-quotas"
          title="Paste quotas"
          width="lg"
          onOpen={() => setOpen(true)}
          onClose={() => {
            setOpen(false);
            setCsv('');
            setAsked(undefined);
          }}
        >
          <PanelBody>
            <PanelSection>
              {isOpen && (
                <Flex direction="column" gap="md">
                  <Text>
                    Copy the rows from your spreadsheet, its headings with them. A row names an owner by
                    address or a team, and the first day of the period.
                  </Text>
                  <TextArea
                    label="Rows"
                    name="csv"
                    rows={8}
                    value={csv}
                    placeholder={`${header}\nana@acme.example,,,2026-10-01,quarter,300000,EUR`}
                    description={`Headings: ${header}`}
                    onInput={setCsv}
                    onChange={setCsv}
                  />
                  <ToggleGroup
                    label="What becomes of quotas that the rows do not name"
                    name="mode"
                    toggleType="radioButtonList"
                    value={mode}
                    options={[
                      { label: 'They stay as they are', value: 'add' },
                      {
                        label: 'Imported ones of the same periods are removed',
                        value: 'replace',
                      },
                    ]}
                    onChange={(value) => setMode(value === 'replace' ? 'replace' : 'add')}
                  />
                  {!isAsked && (
                    <Flex>
                      <Button
                        variant="primary"
                        disabled={csv.trim() === ''}
                        onClick={() => setAsked({ csv, mode })}
                      >
                        See what changes
                      </Button>
                    </Flex>
                  )}
                  {isAsked && <PastePreview {...asked} onSaved={onSaved} />}
                </Flex>
              )}
            </PanelSection>
          </PanelBody>
        </Panel>
      }
    >
      Paste from a spreadsheet
    </Button>
  );
}
