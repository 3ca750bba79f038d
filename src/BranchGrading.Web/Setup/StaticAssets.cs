namespace BranchGrading.Web.Setup;

/// <summary>Bootstrap comes with a package: outside Development too its files are found only when asked for.</summary>
public static class StaticAssets
{
    public static void AddStaticAssets(this WebApplicationBuilder builder) => builder.WebHost.UseStaticWebAssets();
}
