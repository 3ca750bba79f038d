using BranchGrading.Domain.Assessments;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class ReturnedBranchMapping : IEntityTypeConfiguration<ReturnedBranch>
{
    public void Configure(EntityTypeBuilder<ReturnedBranch> e)
    {
        e.ToTable("ReturnedBranches");
        e.Property(x => x.Reason).HasMaxLength(CommitteeReport.ReasonMaxLength);
        e.Property(x => x.ReturnedBy).HasMaxLength(60);
        e.HasOne<Participant>().WithMany().HasForeignKey(x => x.ParticipantId).OnDelete(DeleteBehavior.Restrict);
    }
}
