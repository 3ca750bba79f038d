using BranchGrading.Data.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class SchoolSettingsMapping : IEntityTypeConfiguration<SchoolSettings>
{
    public void Configure(EntityTypeBuilder<SchoolSettings> settings)
    {
        settings.ToTable("Settings");
        settings.Property(s => s.Id).ValueGeneratedNever();
        settings.Ignore(s => s.UnitName);
        foreach (var text in new[]
        {
            nameof(SchoolSettings.SchoolName), nameof(SchoolSettings.DepartmentName), nameof(SchoolSettings.ContactPhone), nameof(SchoolSettings.SummaryFormTitle),
            nameof(SchoolSettings.InvestigationFormTitle), nameof(SchoolSettings.RectificationFormTitle),
            nameof(SchoolSettings.FormNote), nameof(SchoolSettings.FormFoot), nameof(SchoolSettings.TitleFont), nameof(SchoolSettings.BodyFont), nameof(SchoolSettings.PublicAddress),
        })
            settings.Property(text).HasMaxLength(SchoolSettings.TextMaxLength);
        settings.Property(s => s.DepartmentMail).HasMaxLength(OutboxMail.AddressMaxLength);
        settings.Property(s => s.ReminderDays).HasDefaultValue(2);
    }
}
