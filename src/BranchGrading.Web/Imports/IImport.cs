using BranchGrading.Data.Auditing;
using BranchGrading.Data.Queries;
using BranchGrading.Web.Imports.Reading;

namespace BranchGrading.Web.Imports;

/// <summary>
/// One kind of import. <see cref="RunAsync"/> is at once the check and the work: it changes tracked rows and reports what it did;
/// a dry run does not save them.
/// </summary>
public interface IImport
{
    /// <summary>Its name in addresses.</summary>
    string Kind { get; }

    string Title { get; }

    /// <summary>What the page says it is for.</summary>
    string Purpose { get; }

    IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>Rows for the template's notes, one text a column.</summary>
    IReadOnlyList<IReadOnlyList<string>> Examples { get; }

    IReadOnlyList<string> Notes { get; }

    AuditEvent Event { get; }

    /// <summary>Whether it goes into a round.</summary>
    bool NeedsRound { get; }

    Task<ImportReport> RunAsync(ImportTable table, ImportContext context, CancellationToken cancellationToken);

    /// <summary>Where to look at what was written.</summary>
    string AddressAfter(int? roundId);

    /// <summary>Checks that must hold of the whole after writing, inside the transaction.</summary>
    /// <exception cref="Domain.RuleViolationException">Nothing may be written.</exception>
    Task VerifyAsync(ImportContext context, CancellationToken cancellationToken) => Task.CompletedTask;
}
