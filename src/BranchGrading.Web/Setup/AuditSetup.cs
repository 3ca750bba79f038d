using BranchGrading.Data.Auditing;
using BranchGrading.Web.Security;

namespace BranchGrading.Web.Setup;

/// <summary>Tells the audit who acts and from where, before anything can be saved.</summary>
public static class AuditSetup
{
    public static void UseAudit(this WebApplication app) => app.Use((context, next) =>
    {
        var address = context.Connection.RemoteIpAddress?.ToString();
        var scope = context.RequestServices.GetRequiredService<AuditScope>();
        if (context.User.IsSignedIn())
        {
            var viewer = context.User.Viewer();
            scope.ActAs(viewer.AccountId, viewer.Name, address);
        }
        else
        {
            scope.ActAs(null, "未登录", address);
        }

        return next(context);
    });
}
