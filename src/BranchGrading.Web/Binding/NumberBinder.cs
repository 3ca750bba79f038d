using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace BranchGrading.Web.Binding;

/// <summary>Reads a whole number or a decimal with a point, full-width or not, and keeps what was typed when it is neither.</summary>
public sealed class NumberBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var typed = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (typed == ValueProviderResult.None)
            return Task.CompletedTask;
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, typed);
        var text = (typed.FirstValue ?? "").Normalize(NormalizationForm.FormKC).Replace('。', '.').Trim();
        if (text.Length == 0)
        {
            if (bindingContext.ModelMetadata.IsReferenceOrNullableType)
                bindingContext.Result = ModelBindingResult.Success(null);
            else
                bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, "请填写数字。");
            return Task.CompletedTask;
        }

        object? number = bindingContext.ModelMetadata.UnderlyingOrModelType == typeof(int)
            ? int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null
            : decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var exact) ? exact : null;
        if (number is null)
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, $"「{typed.FirstValue}」不是{(bindingContext.ModelMetadata.UnderlyingOrModelType == typeof(int) ? "整数" : "数字")}。");
        else
            bindingContext.Result = ModelBindingResult.Success(number);
        return Task.CompletedTask;
    }
}
