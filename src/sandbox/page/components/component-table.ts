import type { ComponentType } from 'react';
import { Accordion } from './Accordion.tsx';
import { BarChart } from './BarChart.tsx';
import { Button, ButtonRow, LoadingButton } from './Button.tsx';
import { Checkbox, RadioButton, Toggle } from './Choices.tsx';
import { CrmActionButton, CrmActionLink } from './CrmAction.tsx';
import { DateInput } from './DateInput.tsx';
import { Illustration } from './Drawing.tsx';
import { Dropdown, DropdownButtonItem } from './Dropdown.tsx';
import { Form } from './Form.tsx';
import { Icon } from './Icon.tsx';
import { AutoGrid, Box, Card, Divider, Flex, Inline, Spacer, Stack, Tile } from './Layout.tsx';
import { LineChart } from './LineChart.tsx';
import { DescriptionList, DescriptionListItem, List } from './List.tsx';
import { Modal, ModalBody, ModalFooter } from './Modal.tsx';
import { MultiSelect } from './MultiSelect.tsx';
import { Alert, EmptyState, ErrorState, LoadingSpinner } from './Notice.tsx';
import { CurrencyInput, NumberInput, StepperInput } from './NumberInputs.tsx';
import {
  ProgressBar,
  ScoreCircle,
  Statistics,
  StatisticsItem,
  StatisticsTrend,
  StepIndicator,
} from './Numbers.tsx';
import {
  PageBreadcrumbs,
  PageBreadcrumbsCurrent,
  PageBreadcrumbsPageLink,
  PageHeader,
  PageHeaderLink,
  PageHeaderPageLink,
  PageHeaderPrimaryAction,
  PageHeaderSecondaryActions,
  PageLink,
  PageTitle,
} from './Pages.tsx';
import { Panel, PanelBody, PanelFooter, PanelSection } from './Panel.tsx';
import { Select } from './Select.tsx';
import { Table, TableBody, TableCell, TableFooter, TableHead, TableHeader, TableRow } from './Table.tsx';
import { Tab, Tabs } from './Tabs.tsx';
import { StatusTag, Tag } from './Tag.tsx';
import { Input, SearchInput, TextArea } from './TextInputs.tsx';
import { TimeInput } from './TimeInput.tsx';
import { ToggleGroup } from './ToggleGroup.tsx';
import { Tooltip } from './Tooltip.tsx';
import { Heading, Image, Link, Text } from './Typography.tsx';

/** What draws each wire name of HubSpot's SDK: its whole stable list, what app pages add, and the two CRM actions that need no other record. */
// Each takes the props of its own SDK type; what arrives over the wire cannot be told apart by types.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export const COMPONENTS: Record<string, ComponentType<any>> = {
  Accordion,
  Alert,
  AutoGrid,
  BarChart,
  Box,
  Button,
  ButtonRow,
  Card,
  Checkbox,
  CrmActionButton,
  CrmActionLink,
  CurrencyInput,
  DateInput,
  DescriptionList,
  DescriptionListItem,
  Divider,
  Dropdown,
  DropdownButtonItem,
  EmptyState,
  ErrorState,
  Flex,
  Form,
  Heading,
  Icon,
  Illustration,
  Image,
  Inline,
  Input,
  LineChart,
  Link,
  List,
  LoadingButton,
  LoadingSpinner,
  Modal,
  ModalBody,
  ModalFooter,
  MultiSelect,
  NumberInput,
  PageBreadcrumbs,
  PageBreadcrumbsCurrent,
  PageBreadcrumbsPageLink,
  PageHeader,
  PageHeaderLink,
  PageHeaderPageLink,
  PageHeaderPrimaryAction,
  PageHeaderSecondaryActions,
  PageLink,
  PageTitle,
  Panel,
  PanelBody,
  PanelFooter,
  PanelSection,
  ProgressBar,
  RadioButton,
  ScoreCircle,
  SearchInput,
  Select,
  Spacer,
  Stack,
  Statistics,
  StatisticsItem,
  StatisticsTrend,
  StatusTag,
  StepIndicator,
  StepperInput,
  Tab,
  Table,
  TableBody,
  TableCell,
  TableFooter,
  TableHead,
  TableHeader,
  TableRow,
  Tabs,
  Tag,
  Text,
  TextArea,
  Textarea: TextArea,
  Tile,
  TimeInput,
  Toggle,
  ToggleGroup,
  Tooltip,
};
