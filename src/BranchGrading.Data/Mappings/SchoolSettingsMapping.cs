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
            nameof(SchoolSettings.FormNote), nameof(SchoolSettings.FormFoot), nameof(SchoolSettings.TitleFont), nameof(SchoolSettings.BodyFont),
        })
            settings.Property(text).HasMaxLength(SchoolSettings.TextMaxLength);
    }
}
