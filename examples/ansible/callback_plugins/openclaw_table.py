"""Ends a play that has the role openclaw_huggingface with one table: each host, what became of it, and why."""

from ansible.plugins.callback import CallbackBase

DOCUMENTATION = r"""
name: openclaw_table
type: aggregate
short_description: One table of the hosts that openclaw_huggingface changed, did not change, or failed on
description: Ansible finds it beside the playbook; nothing has to be enabled.
"""

MODULE = "openclaw_huggingface"
ORDER = ["failed", "unreachable", "not reached", "would change", "changed", "unchanged"]


class CallbackModule(CallbackBase):
    CALLBACK_VERSION = 2.0
    CALLBACK_TYPE = "aggregate"
    CALLBACK_NAME = "openclaw_table"

    def __init__(self):
        super().__init__()
        self.hosts = []
        self.rows = {}

    def v2_playbook_on_play_start(self, play):
        # Called for each batch; these are the hosts of all batches.
        if MODULE in [role.get_name() for role in play.get_roles()]:
            known = play.get_variable_manager().get_vars(play=play)["ansible_play_hosts_all"]
            self.hosts += [name for name in known if name not in self.hosts]

    def v2_runner_on_ok(self, result):
        if result._task.action == MODULE:
            would = "would change" if result._task.check_mode else "changed"
            self.rows[result._host.name] = (would if result._result.get("changed") else "unchanged", "", "")

    def v2_runner_on_failed(self, result, ignore_errors=False):
        # What failed before the role ran is why the host was not set up, too.
        failure = result._result
        code = failure.get("code", result._task.get_name())
        self.rows[result._host.name] = ("failed", str(code), one_line(failure.get("reason", failure.get("msg", ""))))

    def v2_runner_on_unreachable(self, result):
        self.rows[result._host.name] = ("unreachable", "", one_line(result._result.get("msg", "")))

    def v2_playbook_on_stats(self, stats):
        if not self.hosts:
            return
        rows = [(name, *self.rows.get(name, ("not reached", "", ""))) for name in self.hosts]
        rows.sort(key=lambda row: ORDER.index(row[1]))
        self._display.banner("OPENCLAW")
        for line in table([("HOST", "RESULT", "CODE", "WHY"), *rows]):
            self._display.display(line)
        results = [row[1] for row in rows]
        self._display.display(", ".join("%d %s" % (results.count(kind), kind) for kind in ORDER if kind in results))


def one_line(text):
    return " ".join(str(text).split())


def table(rows):
    widths = [max(map(len, column)) for column in zip(*rows)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in rows]
