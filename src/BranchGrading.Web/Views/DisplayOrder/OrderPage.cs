using BranchGrading.Web.Views.Shared;

namespace BranchGrading.Web.Views.DisplayOrder;

/// <summary>The form that gives committees, or the branches of one, their places in lists.</summary>
public sealed record OrderPage(string What, string Address, string Back, IReadOnlyList<Breadcrumb> Path, OrderForm Form);
