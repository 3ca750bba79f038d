using System.Net;

namespace BranchGrading.Web.Setup;

/// <summary>
/// Outside Development nobody signs in over plain http, except on the server itself: a page that says so instead of a sign-in that
/// silently fails. What a proxy says that is not named in <c>BranchGrading:Proxies</c> is not believed and refused the same way.
/// </summary>
public static class HttpsOnly
{
    private const string Refusal =
        "<!DOCTYPE html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>请用 https 打开</title><h1>请用 https 打开</h1>"
        + "<p>为了保护密码和材料，本系统只能通过 https:// 开头的地址使用。</p><p lang=\"en\">For operators: put a proxy that ends TLS in front and name it in BranchGrading:Proxies; see docs/operations.md.</p></html>";

    public static void UseHttpsOnly(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
            return;
        app.Use(async (context, next) =>
        {
            var request = context.Request;
            var isLocal = context.Connection.RemoteIpAddress is null || IPAddress.IsLoopback(context.Connection.RemoteIpAddress);
            var isForwarded = request.Headers.ContainsKey("X-Forwarded-Proto") || request.Headers.ContainsKey("X-Forwarded-For");
            if (request.IsHttps || isLocal && !isForwarded || request.Path == "/health")
            {
                await next(context);
                return;
            }

            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(Refusal);
        });
    }
}
