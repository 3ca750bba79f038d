using BranchGrading.Domain.Organisation;

namespace BranchGrading.Web.Views.Terms;

/// <summary>What ending an office will do, before it is done.</summary>
public sealed record EndingPage(int TermId, string Person, string Unit, Post Post, DateOnly? From, string Back, EndingForm Form);
