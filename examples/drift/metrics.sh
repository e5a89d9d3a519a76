#!/bin/sh
# For the textfile collector of Prometheus' node_exporter, from cron or the timer beside it:
#
#   metrics.sh /var/lib/node_exporter/textfile/openclaw.prom
#
#   openclaw_chain_ok 0                          1: each model that OpenClaw uses works as the config says
#   openclaw_chain_exit_code 8                   4 token, 7 no longer served, 8 drifted
#   openclaw_chain_drift{kind="dearer"} 1        how many models, for each kind
#   openclaw_chain_list_timestamp_seconds 1.8e9  when the list was fetched that this is judged by
#
# An alert that says who is to act: openclaw_chain_exit_code == 4 (token), == 7 (today), == 8 (this week); and
# time() - openclaw_chain_list_timestamp_seconds > 86400, where Hugging Face can't be reached.
set -eu
file=${1:?is to be the file to write, in the directory that the collector reads}

code=0
document=$(openclaw-onboard models status --check --json 2>/dev/null) || code=$?
# A machine without the program, say.
if [ -z "$document" ]; then document='{}'; fi

# The collector must never read half a file.
trap 'rm -f "$file.$$"' EXIT
printf '%s' "$document" | jq --raw-output --argjson code "$code" '
  def gauge($name; $help): "# HELP \($name) \($help)", "# TYPE \($name) gauge";
  . as $check
  | gauge("openclaw_chain_ok"; "Whether each model that OpenClaw uses works as the config says."),
    "openclaw_chain_ok \(if .ok then 1 else 0 end)",
    gauge("openclaw_chain_exit_code"; "Exit code of openclaw models status --check."),
    "openclaw_chain_exit_code \($code)",
    # A config that cannot be read tells nothing of drift, and no list is none.
    (if .drift then
      gauge("openclaw_chain_drift"; "Models that are no longer what the config says."),
      (("gone", "not_served", "route_gone", "route_down", "dearer", "context_smaller", "tools_lost") as $kind
        | "openclaw_chain_drift{kind=\"\($kind)\"} \([$check.drift[] | select(.kind == $kind)] | length)")
    else empty end),
    (if .catalog.fetchedAt then
      gauge("openclaw_chain_list_timestamp_seconds"; "When the model list was fetched."),
      "openclaw_chain_list_timestamp_seconds \(.catalog.fetchedAt | sub("\\.[0-9]+"; "") | fromdateiso8601)"
    else empty end)
' > "$file.$$"
chmod 0644 "$file.$$"
mv "$file.$$" "$file"
