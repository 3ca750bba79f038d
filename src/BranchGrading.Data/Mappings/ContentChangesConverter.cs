using BranchGrading.Data.Queries;
using BranchGrading.Domain.Assessments;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BranchGrading.Data.Mappings;

/// <summary>What differs from what was handed in before is kept as it was, as JSON.</summary>
internal sealed class ContentChangesConverter() : ValueConverter<IReadOnlyList<ContentChange>, string>(
    changes => GradeSnapshot.Write(changes), json => GradeSnapshot.Read<List<ContentChange>>(json));
