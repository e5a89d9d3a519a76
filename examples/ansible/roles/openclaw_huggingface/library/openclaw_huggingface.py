#!/usr/bin/python
"""Runs `openclaw-onboard onboard` and tells Ansible what its JSON says: changed or not, the diff, warnings, why it failed."""

import json
import os
import subprocess

from ansible.module_utils.basic import AnsibleModule

DOCUMENTATION = r"""
module: openclaw_huggingface
short_description: Set up Hugging Face Inference Providers for OpenClaw
description:
  - Idempotent. Supports check mode and diff mode. Secrets in the diff are masked.
options:
  token:
    description: The Hugging Face token. It goes to the program through standard input, never as an argument.
    type: str
  token_file:
    description: A file on the host that holds the token.
    type: path
  model:
    description: The default model. Without it an existing one is kept.
    type: str
  fallbacks:
    description: What is tried when it fails, in order.
    type: list
    elements: str
    default: []
  aliases:
    description: A label for each model ref.
    type: dict
    default: {}
  verify:
    description: Whether the token has to be checked. An unreachable service fails, is a warning, or is not asked.
    choices: [required, try, "off"]
    default: required
  arguments:
    description: Further flags of C(onboard).
    type: list
    elements: str
    default: []
  program:
    description: Its name or path.
    type: str
    default: openclaw-onboard
"""

OPTIONS = {
    "token": {"type": "str", "no_log": True},
    "token_file": {"type": "path", "no_log": False},
    "model": {"type": "str"},
    "fallbacks": {"type": "list", "elements": "str", "default": []},
    "aliases": {"type": "dict", "default": {}},
    "verify": {"choices": ["required", "try", "off"], "default": "required"},
    "arguments": {"type": "list", "elements": "str", "default": []},
    "program": {"type": "str", "default": "openclaw-onboard"},
}

INSTALL = (
    "Install it there: npm install --global --prefix /opt/openclaw-onboard openclaw-onboard-<version>.tgz"
    " && ln -s /opt/openclaw-onboard/bin/openclaw-onboard /usr/local/bin/"
)


def main():
    module = AnsibleModule(
        argument_spec=OPTIONS,
        mutually_exclusive=[("token", "token_file")],
        supports_check_mode=True,
    )
    command = command_of(module)
    # --diff wants what is about to change, and only a dry run says that.
    planned = run(module, command + ["--dry-run"]) if module.check_mode or module._diff else {}
    done = planned if module.check_mode else run(module, command)
    for warning in done["warnings"]:
        module.warn(warning)
    changed = done["wouldChange"] if module.check_mode else done["changed"]
    # With --remove among the arguments there is no catalog.
    result = {key: done[key] for key in ("config", "model", "catalog", "edits") if key in done}
    if module._diff and changed:
        result["diff"] = {"prepared": planned.get("diff") or "The config stays as it is: only the token in .env changes.\n"}
    module.exit_json(changed=changed, **result)


def command_of(module):
    """The whole command. No argument holds the token."""
    wanted = module.params
    command = [program_of(module), "onboard", "--non-interactive", "--mode=local", "--json"]
    command += ["--auth-choice=huggingface-api-key", "--verify=" + wanted["verify"]]
    if wanted["token"] is not None:
        command += ["--huggingface-api-key=-"]
    if wanted["token_file"]:
        command += ["--huggingface-api-key-file=" + wanted["token_file"]]
    if wanted["model"]:
        command += ["--model=" + wanted["model"]]
    command += ["--fallback=" + ref for ref in wanted["fallbacks"]]
    command += ["--alias=%s=%s" % pair for pair in sorted(wanted["aliases"].items())]
    return command + wanted["arguments"]


def program_of(module):
    name = module.params["program"]
    path = name if os.path.isabs(name) else module.get_bin_path(name, opt_dirs=["/usr/local/bin"])
    if path is None or not os.access(path, os.X_OK):
        reason = "%s is not installed on this host. Nothing was changed." % name
        module.fail_json(
            msg=reason + " " + INSTALL,
            reason=reason,
            code="not_installed",
        )
    return path


def run(module, command):
    """The document of a run that succeeded; else the task fails with the program's own message, hint and code."""
    # Not `module.run_command`: a program that ends before it reads the token would be no more than a broken pipe.
    token = module.params["token"] or ""
    done = subprocess.run(command, input=token.encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        document = json.loads(done.stdout.decode())
    except ValueError:
        # An old Node says so in one sentence, and `env` that there is none.
        said = (done.stderr or done.stdout).decode(errors="replace").strip()
        module.fail_json(msg=said or "It said nothing.", code="unexpected", rc=done.returncode)
    if not document["ok"]:
        error = document["error"]
        said = " ".join(filter(None, [error["message"], error.get("hint")]))
        module.fail_json(
            msg=said,
            reason=error["message"],
            code=error["code"],
            rc=done.returncode,
            retryable=error["retryable"],
        )
    return document


if __name__ == "__main__":
    main()
