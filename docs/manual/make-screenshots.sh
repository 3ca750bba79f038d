#!/usr/bin/env bash
# Makes the pictures of the manual anew, from the demo school: docs/manual/images/*.png. Needs chromium and fonts-noto-cjk.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
mkdir -p docs/manual/images
BRANCHGRADING_PICTURES="$PWD/docs/manual/images" dotnet test --project tests/BranchGrading.Browser.Tests --filter-class 'BranchGrading.Browser.Tests.ManualPictures' --no-progress "$@"
# Fewer colours are enough for pages, where a program for it is at hand.
if command -v pngquant >/dev/null; then
  pngquant --force --ext .png --quality 60-90 --skip-if-larger docs/manual/images/*.png || true
fi
ls -l docs/manual/images
