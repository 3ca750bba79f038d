using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class DeadlineExtensionMapping : IEntityTypeConfiguration<DeadlineExtension>
{
    public void Configure(EntityTypeBuilder<DeadlineExtension> e)
    {
        e.ToTable("DeadlineExtensions");
        e.HasIndex(x => x.RoundId);
        e.Property(x => x.Reason).HasMaxLength(DeadlineExtension.ReasonMaxLength);
        e.Property(x => x.GrantedBy).HasMaxLength(60);
        e.HasOne<GradingRound>().WithMany().HasForeignKey(x => x.RoundId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<Committee>().WithMany().HasForeignKey(x => x.CommitteeId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<Participant>().WithMany().HasForeignKey(x => x.ParticipantId).OnDelete(DeleteBehavior.Restrict);
    }
}
