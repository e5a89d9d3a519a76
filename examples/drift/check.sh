#!/bin/sh
# Says what is wrong with the models that OpenClaw uses here, one line each with the command that puts it right; says
# nothing where nothing is. It ends with the exit code of the check. For cron, the timer beside it, or a person:
#
#   check.sh                                      the list, at most once an hour
#   check.sh --verify                             and whether Hugging Face accepts the token: one free request
#   check.sh --probe                              and whether each model answers (5, 6): a fraction of a cent
#   NOTIFY='mail -s OpenClaw ops@example.com' check.sh     what it says goes to this command too
#
# Where the list can't be had, nothing is known and nothing is said: metrics.sh tells how old it is.
set -u

status=0
# Problems are on standard error; standard output is the default model.
said=$(openclaw-onboard models status --check --plain "$@" 2>&1 >/dev/null) || status=$?

case $status in
  0) exit 0 ;;
  4) what='the token is missing or not accepted, or nothing is set up' ;;
  5) what='Hugging Face could not be reached: try again later' ;;
  6) what='no credits are left' ;;
  7) what='a model is no longer served' ;;
  8) what='the models work, but are no longer what the config says' ;;
  *) what='the check itself failed' ;;
esac
message="OpenClaw on $(uname -n): $what (exit $status)
$said"
printf '%s\n' "$message"
if [ -n "${NOTIFY:-}" ]; then printf '%s\n' "$message" | sh -c "$NOTIFY"; fi
exit "$status"
