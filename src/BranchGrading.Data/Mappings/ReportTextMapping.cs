using BranchGrading.Domain.Assessments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class ReportTextMapping : IEntityTypeConfiguration<ReportText>
{
    public void Configure(EntityTypeBuilder<ReportText> e)
    {
        e.ToTable("ReportTexts");
        e.HasIndex(x => new { x.ParticipantId, x.Section }).IsUnique();
        e.Property(x => x.Content).HasMaxLength(ReportText.MaxLength);
        e.Property(x => x.SavedBy).HasMaxLength(60);
        e.HasOne(x => x.Participant).WithMany().HasForeignKey(x => x.ParticipantId).OnDelete(DeleteBehavior.Restrict);
    }
}
