using System.Globalization;
using BranchGrading.Data;
using BranchGrading.Web.Attachments;
using Microsoft.EntityFrameworkCore;

namespace BranchGrading.Web.Setup;

/// <summary>Where attachments lie, and what is tidied away there at start.</summary>
public static class Attachments
{
    /// <summary>A day is longer than any upload takes.</summary>
    private static readonly TimeSpan OrphansKept = TimeSpan.FromDays(1);

    /// <summary>Files lie in <c>attachments</c> in the data folder, those of the demo beside them; below <c>BranchGrading:LeastFreeDiskPercent</c> (10) nothing more is taken in.</summary>
    public static void AddAttachments(this WebApplicationBuilder builder)
    {
        var folder = Path.Combine(builder.DataFolder(), builder.WantsDemo() ? "demo-attachments" : "attachments");
        var text = builder.Configuration["BranchGrading:LeastFreeDiskPercent"];
        if (!double.TryParse(text ?? "10", CultureInfo.InvariantCulture, out var percent) || percent is < 0 or > 100)
            throw new SettingException($"BranchGrading:LeastFreeDiskPercent is '{text}'; it must be a number from 0 to 100.");
        builder.Services.AddSingleton(new AttachmentStore(folder, AttachmentStore.FreeShareOf, percent / 100));
        builder.Services.AddScoped<AttachmentDesk>();
    }

    public static async Task TidyAttachmentsAsync(this IServiceProvider services)
    {
        var db = services.GetRequiredService<GradingDbContext>();
        var known = await db.Attachments.Select(attachment => attachment.StoredName).ToListAsync();
        known.AddRange(await db.HandIns.SelectMany(handIn => handIn.Files).Select(file => file.StoredName).ToListAsync());
        services.GetRequiredService<AttachmentStore>().Tidy(known.ToHashSet(), services.GetRequiredService<SchoolClock>().UtcNow - OrphansKept);
    }
}
