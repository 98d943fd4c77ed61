"""`cardgen completion`."""

import click
from click.shell_completion import get_completion_class

SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Write what makes your SHELL complete commands, options and ids at the Tab key.

    \b
    Examples:
      cardgen completion bash >> ~/.bashrc
      cardgen completion zsh >> ~/.zshrc
      cardgen completion fish > ~/.config/fish/completions/cardgen.fish
    """
    made = get_completion_class(shell)
    if made is None:  # click knows all of SHELLS
        raise click.UsageError(f"there is no completion for {shell}")
    click.echo(made(ctx.find_root().command, {}, "cardgen", "_CARDGEN_COMPLETE").source())
