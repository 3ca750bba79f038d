using BranchGrading.Web.Mail;

namespace BranchGrading.Web.Setup;

/// <summary>The outbox: its settings, the sender and the reminders.</summary>
public static class Mailing
{
    public static void AddMailing(this WebApplicationBuilder builder)
    {
        MailOptions options;
        try
        {
            options = builder.Configuration.GetSection("BranchGrading:Mail").Get<MailOptions>() ?? new MailOptions();
        }
        catch (InvalidOperationException wrong)
        {
            throw new SettingException($"BranchGrading:Mail cannot be read: {wrong.Message}");
        }

        if (options.WhyWrong() is { } why)
            throw new SettingException(why);
        builder.Services.AddSingleton(options);
        builder.Services.AddScoped<MailComposer>();
        builder.Services.AddScoped<MailRun>();
        builder.Services.AddHostedService<MailSender>();
        builder.Services.AddHostedService<MailReminders>();
    }
}
