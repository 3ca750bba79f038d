using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BranchGrading.Web.Binding;

/// <summary>Reads one choice by its name. Numbers and names joined with commas, which a program may send and the framework would add up, are none.</summary>
public sealed class ChoiceBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var typed = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (typed == ValueProviderResult.None)
            return Task.CompletedTask;
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, typed);
        var (name, type) = ((typed.FirstValue ?? "").Trim(), bindingContext.ModelMetadata.UnderlyingOrModelType);
        if (name.Length == 0 && bindingContext.ModelMetadata.IsReferenceOrNullableType)
            bindingContext.Result = ModelBindingResult.Success(null);
        else if (Enum.GetNames(type).FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } known)
            bindingContext.Result = ModelBindingResult.Success(Enum.Parse(type, known));
        else
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, name.Length == 0 ? "请选择一项。" : $"没有「{name}」这一项，请重新选择。");
        return Task.CompletedTask;
    }
}
