using BranchGrading.Domain.Assessments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class LevelSkippingWaiverMapping : IEntityTypeConfiguration<LevelSkippingWaiver>
{
    public void Configure(EntityTypeBuilder<LevelSkippingWaiver> l)
    {
        l.ToTable("Waivers");
        l.HasIndex(x => x.ParticipantId).IsUnique();
        l.Property(x => x.RecordedBy).HasMaxLength(60);
        l.Property(x => x.ApprovedBy).HasMaxLength(LevelSkippingWaiver.ApprovedByMaxLength);
        l.Property(x => x.Reason).HasMaxLength(LevelSkippingWaiver.ReasonMaxLength);
        l.Property(x => x.DocumentNumber).HasMaxLength(LevelSkippingWaiver.DocumentNumberMaxLength);
        l.HasOne(x => x.Participant).WithOne().HasForeignKey<LevelSkippingWaiver>(x => x.ParticipantId).OnDelete(DeleteBehavior.Restrict);
    }
}
