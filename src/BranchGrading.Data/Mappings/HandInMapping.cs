using BranchGrading.Domain.HandIns;
using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class HandInMapping : IEntityTypeConfiguration<HandIn>
{
    public void Configure(EntityTypeBuilder<HandIn> e)
    {
        e.ToTable("HandIns");
        e.HasIndex(x => new { x.RoundId, x.CommitteeId, x.Number }).IsUnique();
        e.Property(x => x.CheckCode).HasMaxLength(HandIn.CheckCodeLength);
        e.Property(x => x.PaperCheckCode).HasMaxLength(HandIn.CheckCodeLength);
        e.Property(x => x.MadeBy).HasMaxLength(60);
        e.Property(x => x.ReceivedBy).HasMaxLength(60);
        e.Property(x => x.PaperReceivedBy).HasMaxLength(60);
        e.Property(x => x.SentBackBy).HasMaxLength(60);
        e.Property(x => x.SentBackReason).HasMaxLength(HandIn.ReasonMaxLength);
        e.HasOne<GradingRound>().WithMany().HasForeignKey(x => x.RoundId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<Committee>().WithMany().HasForeignKey(x => x.CommitteeId).OnDelete(DeleteBehavior.Restrict);
        e.HasMany(x => x.Files).WithOne().HasForeignKey(x => x.HandInId).OnDelete(DeleteBehavior.ClientCascade);
    }
}
