import {
  NumberInput,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
  Toggle,
} from '@hubspot/ui-extensions';
import type { CoachingPolicyView } from '../../contract/index.ts';

type Rule = CoachingPolicyView['rules'][number];

interface RuleTableProps {
  rules: readonly Rule[];
  onRules: (rules: Rule[]) => void;
}

/** Every rule that can put a line on an agenda: on or off, and its threshold. */
export function RuleTable({ rules, onRules }: RuleTableProps) {
  const change = (ruleId: string, part: Partial<Rule>) =>
    onRules(rules.map((rule) => (rule.ruleId === ruleId ? { ...rule, ...part } : rule)));
  return (
    <Table bordered density="condensed">
      <TableHead>
        <TableRow>
          <TableHeader>Rule</TableHeader>
          <TableHeader>Threshold</TableHeader>
          <TableHeader>On</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {rules.map(({ ruleId, words, isOn, threshold }) => (
          <TableRow key={ruleId}>
            <TableCell>{words}</TableCell>
            <TableCell>
              {threshold === null ? (
                <Text variant="microcopy">Nothing to tune</Text>
              ) : (
                <NumberInput
                  label={`${threshold.unit}, ${threshold.least} to ${threshold.most}`}
                  name={`threshold-${ruleId}`}
                  min={threshold.least}
                  max={threshold.most}
                  value={threshold.value}
                  onChange={(value) => change(ruleId, { threshold: { ...threshold, value } })}
                />
              )}
            </TableCell>
            <TableCell>
              <Toggle
                name={`on-${ruleId}`}
                label={words}
                labelDisplay="hidden"
                checked={isOn}
                onChange={(checked) => change(ruleId, { isOn: checked })}
              />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
