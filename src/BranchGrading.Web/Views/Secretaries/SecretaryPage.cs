using BranchGrading.Data.Queries;
using BranchGrading.Domain.Organisation;
using BranchGrading.Web.Views.OrganisationChanges;

namespace BranchGrading.Web.Views.Secretaries;

/// <summary>The form of a change of secretary, with the persons of that name, where there are several.</summary>
public sealed record SecretaryPage(Branch Branch, IReadOnlyList<RoundPlace> Rounds, IReadOnlyList<Person> Namesakes, SecretaryForm Form) : BranchChangePage<SecretaryForm>(Branch, Rounds, Form);
