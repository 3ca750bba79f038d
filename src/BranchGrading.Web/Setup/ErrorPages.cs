namespace BranchGrading.Web.Setup;

/// <summary>Every refusal and every bug ends on a page that says what to do.</summary>
public static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
    }
}
