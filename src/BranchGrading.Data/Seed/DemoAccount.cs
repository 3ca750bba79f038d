namespace BranchGrading.Data.Seed;

/// <summary>An account of the demo school, offered on the sign-in page.</summary>
public sealed record DemoAccount(string UserName, string Role, string Name, string Unit, string Purpose);
