export const help = `Usage: sideline <command> [options]

  start             serve Sideline; without HubSpot credentials, beside a sandbox portal
  sync              read the connected portals anew and write what differs
  sync --dry-run    show what would be written, and write nothing
  standings         show where a portal stands: by team and person, forecast, coverage
  choose            decide for a portal: --sharing everyone|team|cards, --period month|quarter,
                    --fiscal-start MONTH
  import            take people and quotas over into a connected portal (--people, --quotas, --portal ID)

Options of the sandbox
  --data DIR        where everything is kept (.sideline)
  --fresh           begin again
  --port N          first port to try (7300; the portal takes one from N + 100 on)
  --deals FILE      a deal export of your own instead of the invented company (docs/csv.md)
  --stages FILE     its stage history
  --quotas FILE     quotas
  --people FILE     people, teams and managers
  --today DATE      the business date, YYYY-MM-DD
  --time-zone ZONE  the zone in which the files' times are meant
  --size N          how many deals the invented company has, such as 800, 50k or 1m (5k)
  --latency MS      how long each answer of the portal takes (0)
`;
