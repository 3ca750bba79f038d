using BranchGrading.Domain.Organisation;
using BranchGrading.Domain.Rounds;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BranchGrading.Data.Mappings;

internal sealed class ParticipantMapping : IEntityTypeConfiguration<Participant>
{
    public void Configure(EntityTypeBuilder<Participant> participant)
    {
        participant.HasIndex(p => new { p.RoundId, p.BranchId }).IsUnique();
        participant.Property(p => p.BranchName).HasMaxLength(Branch.NameMaxLength);
        participant.Property(p => p.CommitteeName).HasMaxLength(Committee.NameMaxLength);
        participant.Property(p => p.CommitteeCode).HasMaxLength(Committee.CodeMaxLength);
        participant.Property(p => p.SecretaryName).HasMaxLength(Person.NameMaxLength);
        participant.Property(p => p.SecretaryPhone).HasMaxLength(Person.PhoneMaxLength);
        participant.Property(p => p.SecretaryPost).HasMaxLength(TermOfOffice.ConcurrentPostMaxLength);
        participant.Property(p => p.AddedReason).HasMaxLength(Participant.AddedReasonMaxLength);
        participant.Property(p => p.AddedBy).HasMaxLength(60);
        participant.HasOne(p => p.Branch).WithMany().HasForeignKey(p => p.BranchId).OnDelete(DeleteBehavior.Restrict);
        participant.HasOne(p => p.Committee).WithMany().HasForeignKey(p => p.CommitteeId).OnDelete(DeleteBehavior.Restrict);
        participant.HasOne<Domain.Standards.ScoringStandard>().WithMany().HasForeignKey(p => p.StandardId).OnDelete(DeleteBehavior.Restrict);
        participant.HasMany(p => p.LeadingGroup).WithOne().HasForeignKey(member => member.ParticipantId).OnDelete(DeleteBehavior.ClientCascade);
        participant.HasOne<Person>().WithMany().HasForeignKey(p => p.SecretaryPersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
