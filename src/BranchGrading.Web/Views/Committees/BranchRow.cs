using System.Linq.Expressions;
using BranchGrading.Domain.Grading;
using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.Committees;

/// <summary>A branch in a list of its committee.</summary>
public sealed record BranchRow(
    int Id, string Name, string? Code, BranchType Type, bool IsActive, string? Secretary, string? SecretaryPhone, int FullMembers, int ProbationaryMembers, int? LastYear, Grade? LastGrade)
{
    /// <summary>What is worth looking at; filled in where the list shows it.</summary>
    public IReadOnlyList<OrganisationWarning> Warnings { get; init; } = [];

    public int Members => FullMembers + ProbationaryMembers;

    public static Expression<Func<Branch, BranchRow>> Of { get; } = branch => new BranchRow(
        branch.Id, branch.Name, branch.Code, branch.Type, branch.IsActive,
        branch.Terms.Where(term => term.Post == Post.Secretary && term.To == null).OrderBy(term => term.Id).Select(term => term.Person.Name).FirstOrDefault(),
        branch.Terms.Where(term => term.Post == Post.Secretary && term.To == null).OrderBy(term => term.Id).Select(term => term.Person.Phone).FirstOrDefault(),
        branch.FullMembers, branch.ProbationaryMembers,
        branch.PastGrades.OrderByDescending(past => past.Year).Select(past => (int?)past.Year).FirstOrDefault(),
        branch.PastGrades.OrderByDescending(past => past.Year).Select(past => (Grade?)past.Grade).FirstOrDefault());
}
