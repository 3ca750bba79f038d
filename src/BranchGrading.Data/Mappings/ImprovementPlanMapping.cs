using BranchGrading.Domain.Rectification;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class ImprovementPlanMapping : IEntityTypeConfiguration<ImprovementPlan>
{
    public void Configure(EntityTypeBuilder<ImprovementPlan> e)
    {
        e.ToTable("Plans");
        e.HasIndex(x => x.ParticipantId).IsUnique();
        e.Property(x => x.Kind).HasColumnName("PlanKind").HasConversion<string>().HasMaxLength(20);
        e.Property(x => x.ContactLeader).HasMaxLength(PlanItem.PersonMaxLength);
        e.Property(x => x.BegunBy).HasMaxLength(60);
        e.Property(x => x.SubmittedBy).HasMaxLength(60);
        e.Property(x => x.ApprovedBy).HasMaxLength(60);
        e.Ignore(x => x.IsDraft);
        e.HasOne(x => x.Participant).WithMany().HasForeignKey(x => x.ParticipantId).OnDelete(DeleteBehavior.Restrict);
        e.HasMany(x => x.Items).WithOne().HasForeignKey(item => item.PlanId).OnDelete(DeleteBehavior.ClientCascade);
        e.HasMany(x => x.Returns).WithOne().HasForeignKey(row => row.PlanId).OnDelete(DeleteBehavior.ClientCascade);
    }
}
