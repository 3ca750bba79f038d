using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Views.Shared;

namespace BranchGrading.Web.Views.Terms;

/// <summary>The form of a new office in one branch or committee.</summary>
public sealed record TermPage(
    string Unit, string Address, IReadOnlyList<Breadcrumb> Path, string? Secretary, bool InCommittee, IReadOnlyList<Person> Namesakes, TermForm Form);
