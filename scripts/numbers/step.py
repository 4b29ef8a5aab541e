"""The build's step: wrong numbers stop it, and so do numbers that nothing holds."""

from scripts.mistakes import Mistake, report
from scripts.numbers.held import Account, accounts, all_pages
from scripts.paths import SNIPPETS, shown

# Whether pages whose package has no `numbers` module yet are only counted. With False they must be complete as well.
COUNT_ONLY_UNTIL_BEGUN = True


def hold_numbers() -> str:
    """Report every number that is wrong or that nothing holds; return what the step's line says."""
    made = accounts(all_pages(), engine=not COUNT_ONLY_UNTIL_BEGUN)
    counted = 0
    for account in made:
        report(*account.wrong)
        if account.pages.begun or not COUNT_ONLY_UNTIL_BEGUN:
            report(*_unheld(account))
        else:
            counted += len(account.unheld)
    words = f"{sum(account.count for account in made)} numbers"
    return f"{words}, {counted} of them on pages that have no quotes yet" if counted else words


def _unheld(account: Account) -> list[Mistake]:
    package = shown(SNIPPETS / account.pages.package / "numbers.py")
    return [
        Mistake(
            one.text.path,
            one.line,
            f"nothing holds the number {one.number.text}",
            f"quote it in {package} with its value; 'python -m scripts numbers --draft' writes the quote",
        )
        for one in account.unheld
    ]
