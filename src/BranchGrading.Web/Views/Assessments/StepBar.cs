namespace BranchGrading.Web.Views.Assessments;

/// <summary>The bar below a step: what is saved, the way back and on.</summary>
public sealed record StepBar(StepPage Page, string NextText);
