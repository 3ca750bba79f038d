using BranchGrading.Data;
using BranchGrading.Data.Identity;
using BranchGrading.Web.Security;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace BranchGrading.Web.Setup;

/// <summary>Accounts, cookies and policies.</summary>
public static class IdentitySetup
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    public static void AddIdentity(this WebApplicationBuilder builder)
    {
        builder.Services.AddIdentity<Account, Role>(options =>
            {
                options.Password.RequiredLength = 8;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequireUppercase = false;
                options.User.AllowedUserNameCharacters = "";
            })
            .AddEntityFrameworkStores<GradingDbContext>()
            .AddErrorDescriber<ChineseIdentityErrors>()
            .AddClaimsPrincipalFactory<AccountClaims>()
            .AddDefaultTokenProviders();

        // Disabling an account or signing out everywhere ends its sessions within a minute.
        builder.Services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));
        builder.Services.ConfigureApplicationCookie(options =>
        {
            options.Cookie.Name = "branchgrading";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = Idle;
            options.SlidingExpiration = true;
            options.LoginPath = "/session/new";
            options.ReturnUrlParameter = "returnUrl";
            options.Events.OnSigningIn = context =>
            {
                SessionCookie.Begin(context.Properties, Now(context.HttpContext));
                return Task.CompletedTask;
            };
            var validate = options.Events.OnValidatePrincipal;
            options.Events.OnValidatePrincipal = async context =>
            {
                if (await SessionCookie.GoesOnAsync(context, Now(context.HttpContext)))
                    await validate(context);
                else
                    context.RejectPrincipal();
            };

            // A page that the account may not open does not exist for it.
            options.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            };
        });

        builder.Services.AddAuthorization(options =>
        {
            foreach (var (policy, roles) in Policies.Roles)
                options.AddPolicy(policy, requirement => requirement.RequireRole(roles));
            options.AddPolicy(Policies.SignedIn, requirement => requirement.RequireAuthenticatedUser());
            options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
        });
        builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = builder.Configuration.GetValue("BranchGrading:PasswordIterations", 100_000));
    }

    private static DateTimeOffset Now(HttpContext context) => context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
}
