using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using BranchGrading.Data.Queries;

namespace BranchGrading.Web.Views.ContactPoints;

/// <summary>联系点 of all branches of a committee, a line each.</summary>
public sealed class ContactPointsForm : IVersionedForm
{
    public List<ContactLineForm> Lines { get; set; } = [];

    public Guid Version { get; set; }

    /// <summary>What two states of it are compared by.</summary>
    [Display(Name = "联系点"), JsonIgnore]
    public string Told => string.Join('\n', Lines.Where(line => !string.IsNullOrWhiteSpace(line.Leader)).Select(line => $"{line.Branch}：{line.Leader!.Trim()}"));

    public static ContactPointsForm Of(IReadOnlyList<ContactLine> lines) => new ContactPointsForm
    {
        Lines = [.. lines.Where(line => line.IsPresent).Select(line => new ContactLineForm { BranchId = line.BranchId, Leader = line.Leader, Branch = line.Branch })],
    }.WithVersion();

    /// <summary>Empty lines take the 联系领导 of plan or review.</summary>
    public ContactPointsForm FilledFrom(IReadOnlyList<ContactLine> lines)
    {
        foreach (var line in Lines.Where(line => string.IsNullOrWhiteSpace(line.Leader)))
            line.Leader = lines.First(known => known.BranchId == line.BranchId).Suggested is { Length: <= Domain.Organisation.ContactPoint.LeaderMaxLength } leader ? leader : null;
        return this;
    }

    /// <summary>What was typed, in the order and with the names of the page; a branch that the page does not have is left out, one that was not typed stays as saved.</summary>
    public ContactPointsForm NamedFrom(IReadOnlyList<ContactLine> lines)
    {
        Lines = [.. lines.Where(line => line.IsPresent).Select(line => new ContactLineForm { BranchId = line.BranchId, Branch = line.Branch, Leader = Lines.Find(typed => typed.BranchId == line.BranchId) is { } typed ? typed.Leader : line.Leader })];
        return this;
    }
}
