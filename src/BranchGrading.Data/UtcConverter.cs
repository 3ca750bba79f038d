using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BranchGrading.Data;

/// <summary>Instants are stored in UTC and come back saying so.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    moment => moment.Kind == DateTimeKind.Local ? moment.ToUniversalTime() : moment,
    stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
