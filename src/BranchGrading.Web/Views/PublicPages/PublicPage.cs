using BranchGrading.Data.Queries;
using BranchGrading.Domain.Rounds;

namespace BranchGrading.Web.Views.PublicPages;

/// <summary>What anybody may read: names and grades, and where to object.</summary>
public sealed record PublicPage(int Year, Publication Publication, IReadOnlyList<NamedGrade> Grades);
