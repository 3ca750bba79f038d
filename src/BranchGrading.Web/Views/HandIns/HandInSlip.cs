using BranchGrading.Data.Queries;
using BranchGrading.Domain.HandIns;

namespace BranchGrading.Web.Views.HandIns;

/// <summary>报送单: the page that goes to the department with the printed forms, to be signed and sealed.</summary>
public sealed record HandInSlip(CommitteeHandIns Unit, HandIn HandIn, string DepartmentName);
