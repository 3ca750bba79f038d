using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class MissingBranchMapping : IEntityTypeConfiguration<MissingBranch>
{
    public void Configure(EntityTypeBuilder<MissingBranch> e)
    {
        e.ToTable("MissingBranches");
        e.Property(x => x.Reason).HasMaxLength(MissingBranch.ReasonMaxLength);
        e.HasOne<Participant>().WithMany().HasForeignKey(x => x.ParticipantId).OnDelete(DeleteBehavior.Restrict);
    }
}
