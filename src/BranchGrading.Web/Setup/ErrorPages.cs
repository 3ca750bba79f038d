namespace BranchGrading.Web.Setup;

/// <summary>Every refusal and every bug ends on a page that says what to do.</summary>
public static class ErrorPages
{
    /// <summary>For the case that no page can be made, such as a database that does not answer.</summary>
    private const string LastResort =
        "<!DOCTYPE html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>暂时不能使用</title><h1>系统暂时不能使用</h1><p>没有保存任何内容。请过几分钟再试；一直这样，请告诉管理员。</p></html>";

    public static void UseErrorPages(this WebApplication app)
    {
        app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
#pragma warning disable CA1031 // The page of the error itself failed; the log has both.
            catch (Exception failure) when (!context.Response.HasStarted)
#pragma warning restore CA1031
            {
                app.Logger.LogError(failure, "The error page failed");
                context.Response.Clear();
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
                context.Response.ContentType = "text/html; charset=utf-8";
                await context.Response.WriteAsync(LastResort);
            }
        });
        app.UseExceptionHandler("/error");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
    }
}
