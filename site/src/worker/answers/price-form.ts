import { priceFormView } from "../../view/price-form-view.ts";
import type { Answer } from "../answer.ts";

export const priceFormAnswer: Answer<"priceForm"> = () => priceFormView();
