namespace BranchGrading.Web.Setup;

/// <summary>A setting is wrong: the start stops with its one sentence.</summary>
public sealed class SettingException(string message) : Exception(message);
